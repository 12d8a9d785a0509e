// Writes forms: lines and tables with fields that people and robots fill by their names.
#pragma once

#include "core/document.h"

namespace naru::hwpx {

// A line of a form. "[제목:제목을 입력하세요]" in its text is a 누름틀 with its prompt.
struct FormLine {
    enum class Look { Plain, Office, Name, Label, Centre, Right, Small };
    QString text;
    Look look = Look::Plain;
};

struct FormCell {
    enum class Border { All, None, Below, Above };
    QList<FormLine> lines;
    QString field = {}; // 셀 필드
    int columns = 1;
    int rows = 1;
    Border border = Border::All;
    bool isHead = false; // shaded; repeated on the next page
};

struct FormTable {
    QList<int> widths; // of the columns, in parts of their sum
    struct Row {
        int millimetres = 8;
        QList<FormCell> cells;
    };
    QList<Row> rows;
};

struct FormDescription {
    QString title;
    QList<std::variant<FormLine, FormTable>> parts;
};

// Deterministic. Invalid ("table.tiling") where the cells of a table do not tile it.
Result<QByteArray> writeForm(const FormDescription &form);

} // namespace naru::hwpx
