// Failure as a value: what can fail returns Result<T> or Status, and the caller decides what becomes of it.
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace naru {

using namespace Qt::StringLiterals;

// Why something could not be done. `text` says "expected … but …" in English, for logs; `code` names the case for the
// translated sentence of a page ("pdf.encrypted"); both are safe to show: no secrets, no registration numbers.
struct Error {
    enum class Kind {
        Failed, // the machine or the program could not do it
        Usage, // the command line makes no sense
        Invalid, // the input is not what it should be; nothing was written
        NotFound,
        NeedsPerson, // only a person can decide; nothing was applied
        Denied,
        Conflict, // the world has moved since; nothing was applied
        Unavailable, // try again later
        Cancelled,
    };
    Kind kind = Kind::Failed;
    QString text;
    QString code = {};
};

template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value)
        : m_value(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_value(std::in_place_index<1>, std::move(error))
    {
    }

    explicit operator bool() const { return m_value.index() == 0; }

    // REQUIRES: the result holds a value.
    const T &operator*() const & { return *std::get_if<0>(&m_value); }
    T &operator*() & { return *std::get_if<0>(&m_value); }
    T &&operator*() && { return std::move(*std::get_if<0>(&m_value)); }
    const T *operator->() const { return std::get_if<0>(&m_value); }
    T *operator->() { return std::get_if<0>(&m_value); }

    // REQUIRES: the result holds an error.
    const Error &error() const { return *std::get_if<1>(&m_value); }

private:
    std::variant<T, Error> m_value;
};

class [[nodiscard]] Status {
public:
    Status() = default;
    Status(Error error)
        : m_error(std::move(error))
    {
    }

    explicit operator bool() const { return !m_error; }

    // REQUIRES: the status is a failure.
    const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace naru
