#include "aes.h"

#include <openssl/evp.h>

#include <limits>
#include <memory>

namespace naru::hwp {

Result<QByteArray> aesDecrypted(QByteArrayView cipher, QByteArrayView key)
{
    constexpr qsizetype block = 16;
    const Error failed{Error::Kind::Failed, u"expected to decrypt a part of the document but the cipher failed"_s};
    cipher = cipher.first(cipher.size() / block * block);
    if (cipher.size() > std::numeric_limits<int>::max())
        return failed;
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(),
                                                                                  &EVP_CIPHER_CTX_free);
    const auto bytes = [](QByteArrayView view) { return reinterpret_cast<const unsigned char *>(view.data()); };
    QByteArray plain(cipher.size() + block, Qt::Uninitialized);
    int size = 0;
    if (!context || EVP_DecryptInit_ex(context.get(), EVP_aes_128_ecb(), nullptr, bytes(key), nullptr) != 1
        || EVP_CIPHER_CTX_set_padding(context.get(), 0) != 1
        || EVP_DecryptUpdate(context.get(), reinterpret_cast<unsigned char *>(plain.data()), &size, bytes(cipher),
                             int(cipher.size()))
            != 1)
        return failed;
    plain.resize(size);
    return plain;
}

} // namespace naru::hwp
