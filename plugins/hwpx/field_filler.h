// Puts values into the fields of a section as Hancom Office does, by changing the bytes of their paragraphs alone.
#pragma once

#include "form_fields.h"

#include <QHash>

namespace naru::hwpx {

// A number for every element that is copied: below 2^31, and no element of the section has it. REQUIRES: the section
// outlives it.
class FreshIds {
public:
    explicit FreshIds(const XmlOutline &section);
    QByteArray next();
    // Whether an id means "none in particular", which many elements share.
    static bool isShared(const QString &id);

private:
    const XmlOutline &m_section;
    qint64 m_last = 0; // 0: not looked for yet, which takes a walk through all elements
};

// How high the type of each charPr is, in 1/100 pt.
QHash<QString, int> letterHeights(const QByteArray &headerXml);

// What a value is written into.
struct FieldRoom {
    int width = 0; // HWPUNIT; 0: the page's
    int height = 0;
    QString letter; // charPr
};

class FieldFiller {
public:
    // REQUIRES: both outlive the filler.
    FieldFiller(const XmlOutline &section, FreshIds &ids);

    // Invalid: "fill.value" (a control character, a cell that holds a table), "fill.field" (a field without an end).
    Status fill(const FieldSite &site, const QStringList &paragraphs);
    // Where the last one filled stands.
    const FieldRoom &room() const { return m_room; }
    const QList<XmlSplice> &splices() const { return m_splices; }

private:
    // A 누름틀 with the elements around its two marks.
    struct ClickHere {
        int beginMark; // ctrl
        int beginRun;
        int beginParagraph;
        int endMark;
        int endRun;
        int endParagraph;
    };

    Status fillClickHere(const FieldSite &site, const QStringList &paragraphs);
    Status fillCell(const FieldSite &site, const QStringList &paragraphs);
    Status fillCheckbox(const FieldSite &site, const QStringList &paragraphs);

    Result<ClickHere> marksOf(const FieldSite &site) const;
    Status provePlain(const FieldSite &site, const ClickHere &field) const;
    bool isPrompt(const FieldSite &site, const QString &text) const;
    // The first text between the marks that is not the prompt; -1 where there is none.
    int firstText(const FieldSite &site, const ClickHere &field) const;
    int firstParagraph(const ClickHere &field, int text) const;
    bool hasRest(const ClickHere &field) const;
    QByteArray linesFrom(int pattern, bool isOpen, const QString &letter, const ClickHere &field, const QStringList &paragraphs);

    QByteArray named(int like, QByteArrayView localName) const;
    QByteArray paragraphTag(int paragraph, bool isCopy);
    QByteArray runOf(int paragraph, const QString &letter, const QString &text) const;
    QByteArray textMarkup(int like, const QString &text) const;
    void dropLines(int paragraph);
    void setAttribute(int element, QByteArrayView name, const QByteArray &value);
    void measure(int element, const QString &letter);

    const XmlOutline &m_xml;
    FreshIds &m_ids;
    QList<XmlSplice> m_splices;
    FieldRoom m_room;
};

} // namespace naru::hwpx
