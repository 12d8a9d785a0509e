// Carries a filling through the package: which cells it means, which sheets change by it, and what else has to follow.
#pragma once

#include "core/form_template.h"

#include "form_cells.h"
#include "open_workbook.h"
#include "relationships.h"
#include "sheet_filling.h"

namespace naru {

class WorkbookFilling {
public:
    // REQUIRES: the arguments outlive it.
    WorkbookFilling(const QByteArray &bytes, const OpenWorkbook &open, const FormCells &cells);
    Result<FilledForm> fill(const FormFilling &filling);

private:
    Status wish(const FormFilling &filling);
    Status wishEntry(const FormFilling::Entry &entry);
    Status wishRows(const FormFilling::Repetition &repetition);
    Status takeOut(const FormFilling::Repetition &repetition);
    Result<FormCell> cellInRow(const FormFilling::Entry &entry, const QString &title) const;
    RowShifts shifts() const;
    bool keepRows();
    Status change();
    Status readSheets();
    Status fillSheets();
    Status fillWorkbook();
    Status dropChain();
    Status dropPreview();
    Status moveParts();
    Status movePart(const Relationship &part, const QString &sheet);
    Status moveNames(const XmlOutline &workbook, QList<XmlSplice> &splices) const;
    void computeOnLoad(const XmlOutline &workbook, QList<XmlSplice> &splices) const;
    void findAffected();
    Status dropElement(const QString &part, QByteArrayView element, QByteArrayView attribute, const QString &ending);
    Status put(const QString &part, const QByteArray &bytes, const QList<XmlSplice> &splices);
    Result<FilledForm> finished() const;

    struct ReadSheet {
        std::optional<XmlOutline> outline; // of sheets that may change
        QStringList formulas;
    };
    const QByteArray &m_bytes;
    const OpenWorkbook &m_open;
    const FormCells &m_cells;
    QList<SheetWishes> m_wishes; // by sheet
    QList<std::pair<int, int>> m_taken; // sheet and row of those that are to go
    QList<Diagnostic> m_kept; // rows that could not go
    RowShifts m_shifts;
    QList<ReadSheet> m_sheets;
    QList<bool> m_affected; // sheets whose values may differ
    QList<ZipPatch> m_patches;
    QList<Diagnostic> m_diagnostics;
};

} // namespace naru
