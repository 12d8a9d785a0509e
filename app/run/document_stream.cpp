#include "run/document_stream.h"

#include <QDataStream>
#include <QIODevice>

#include <limits>

namespace naru {

namespace {

constexpr quint32 signature = 0x4E52'4401; // "NRD", version 1
constexpr int deepest = 256;

// Both directions walk the same description of the structs below, so that they cannot come apart.
struct Writer {
    static constexpr bool writes = true;
    QDataStream stream;

    bool enter() { return true; }
    void leave() { }
    bool isSound() const { return true; }
    template <typename T> void value(const T &one) { stream << one; }
    template <typename E> void choice(E one, int) { stream << quint8(one); }
    quint32 count(qsizetype size)
    {
        stream << quint32(size);
        return quint32(size);
    }
};

struct Reader {
    static constexpr bool writes = false;
    QDataStream stream;
    int depth = 0;

    bool enter()
    {
        if (++depth > deepest)
            stream.setStatus(QDataStream::ReadCorruptData);
        return isSound();
    }
    void leave() { --depth; }
    bool isSound() const { return stream.status() == QDataStream::Ok; }
    template <typename T> void value(T &one) { stream >> one; }
    template <typename E> void choice(E &one, int last)
    {
        quint8 read = 0;
        stream >> read;
        if (read > last)
            stream.setStatus(QDataStream::ReadCorruptData);
        else
            one = static_cast<E>(read);
    }
    quint32 count(qsizetype)
    {
        quint32 read = 0;
        stream >> read;
        return read;
    }
};

template <typename A, typename T> using As = std::conditional_t<A::writes, const T, T>;

template <typename T, typename Pass> void passList(Writer &a, const QList<T> &list, Pass pass)
{
    a.count(list.size());
    for (const T &one : list)
        pass(one);
}

template <typename T, typename Pass> void passList(Reader &a, QList<T> &list, Pass pass)
{
    const quint32 count = a.count(0);
    // Nothing is reserved on the sender's word; a lying count ends where the bytes end.
    for (quint32 i = 0; i < count && a.isSound(); ++i) {
        T one;
        pass(one);
        list.append(std::move(one));
    }
}

void passBox(Writer &a, const std::optional<Box> &box)
{
    a.value(box.has_value());
    if (box)
        for (const double side : {box->left, box->top, box->right, box->bottom})
            a.value(side);
}

void passBox(Reader &a, std::optional<Box> &box)
{
    bool has = false;
    a.value(has);
    if (!has)
        return;
    box.emplace();
    for (double *side : {&box->left, &box->top, &box->right, &box->bottom})
        a.value(*side);
}

template <typename A> void pass(A &a, As<A, Provenance> &place)
{
    a.value(place.page);
    passBox(a, place.box);
    a.value(place.address);
    a.value(place.confidence);
    a.choice(place.method, int(Provenance::Method::Derived));
}

template <typename A> void pass(A &a, As<A, Value> &value)
{
    a.choice(value.kind, int(Value::Kind::Fault));
    if (value.kind == Value::Kind::None)
        return;
    a.value(value.text);
    a.value(value.formula);
    a.value(value.numberFormat);
}

template <typename A> void pass(A &a, As<A, Paragraph> &paragraph)
{
    a.value(paragraph.text);
    a.value(paragraph.style);
    pass(a, paragraph.place);
}

template <typename A> void passBlocks(A &a, As<A, QList<Block>> &blocks);

template <typename A> void pass(A &a, As<A, Cell> &cell)
{
    a.value(cell.row);
    a.value(cell.column);
    a.value(cell.rowSpan);
    a.value(cell.columnSpan);
    a.value(cell.header);
    a.value(cell.fieldName);
    a.value(cell.text);
    pass(a, cell.value);
    passBlocks(a, cell.blocks);
    pass(a, cell.place);
}

template <typename A> void pass(A &a, As<A, Table> &table)
{
    a.value(table.rows);
    a.value(table.columns);
    passList(a, table.cells, [&a](auto &cell) { pass(a, cell); });
    a.value(table.caption);
    a.choice(table.detection, int(Table::Detection::OcrLattice));
    pass(a, table.place);
}

void pass(Writer &a, const Block &block)
{
    const auto *paragraph = std::get_if<Paragraph>(&block);
    a.value(paragraph == nullptr);
    if (paragraph)
        pass(a, *paragraph);
    else
        pass(a, *std::get<std::shared_ptr<Table>>(block));
}

void pass(Reader &a, Block &block)
{
    bool isTable = false;
    a.value(isTable);
    if (isTable) {
        auto table = std::make_shared<Table>();
        pass(a, *table);
        block = std::move(table);
    } else {
        pass(a, block.emplace<Paragraph>());
    }
}

template <typename A> void passBlocks(A &a, As<A, QList<Block>> &blocks)
{
    if (a.enter())
        passList(a, blocks, [&a](auto &block) { pass(a, block); });
    a.leave();
}

template <typename A> void pass(A &a, As<A, FormField> &field)
{
    a.choice(field.kind, int(FormField::Kind::Checkbox));
    a.value(field.name);
    a.value(field.prompt);
    a.value(field.value);
    a.value(field.filled);
    pass(a, field.place);
}

template <typename A> void pass(A &a, As<A, Page> &page)
{
    a.value(page.number);
    a.value(page.size);
    a.value(page.dpi);
}

template <typename A> void pass(A &a, As<A, Diagnostic> &diagnostic)
{
    a.value(diagnostic.code);
    a.value(diagnostic.text);
    a.value(diagnostic.page);
}

template <typename A> void pass(A &a, As<A, Document> &document)
{
    a.value(document.format);
    a.value(document.sha256);
    a.value(document.title);
    passList(a, document.pages, [&a](auto &page) { pass(a, page); });
    passBlocks(a, document.body);
    passList(a, document.fields, [&a](auto &field) { pass(a, field); });
    passList(a, document.diagnostics, [&a](auto &diagnostic) { pass(a, diagnostic); });
}

void prepare(QDataStream &stream)
{
    stream.setVersion(QDataStream::Qt_6_4);
    stream.setByteOrder(QDataStream::LittleEndian); // no swapping of text on any machine that we meet
}

} // namespace

QByteArray toBytes(const Document &document)
{
    QByteArray bytes;
    Writer writer{QDataStream(&bytes, QIODevice::WriteOnly)};
    prepare(writer.stream);
    writer.value(signature);
    pass(writer, document);
    return bytes;
}

Result<Document> documentFromBytes(const QByteArray &bytes)
{
    Reader reader{QDataStream(bytes)};
    prepare(reader.stream);
    quint32 found = 0;
    reader.value(found);
    Document document;
    if (found == signature)
        pass(reader, document);
    if (found != signature || !reader.isSound() || !reader.stream.atEnd())
        return Error{Error::Kind::Invalid, u"expected a whole document from the reader but its bytes are damaged"_s,
                     u"reader.damaged"_s};
    return document;
}

} // namespace naru
