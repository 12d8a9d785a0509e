// The characters that OpenDocument writes as elements (part 1, §6.1), and white space, which it collapses.
#pragma once

#include "core/result.h"

namespace naru::opendocument {

// The text of one paragraph while it is read.
class TextRun {
public:
    // Characters between tags: runs of white space are one blank, none at the start.
    void add(QStringView characters);
    // <text:s>, whose count comes from outside; <text:tab>; <text:line-break>.
    void addBlanks(const QString &count);
    void addMark(QChar mark)
    {
        m_text += mark;
        m_isOpen = false;
    }
    // Text that is not of the paragraph's own white space, as it is.
    void addWhole(QStringView text);
    qsizetype size() const { return m_text.size(); }
    void truncate(qsizetype size) { m_text.truncate(size); }
    QStringView from(qsizetype start) const { return QStringView(m_text).sliced(start); }
    // The text, without the blank that a line end in the file leaves at its end.
    QString take();

private:
    QString m_text;
    bool m_isOpen = false; // ends with a blank that came from white space
};

} // namespace naru::opendocument
