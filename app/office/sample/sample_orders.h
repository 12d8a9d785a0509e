// Personnel orders for the sample office as its city would issue them: seven layouts, three sizes, each with its truth.
#pragma once

#include "core/document.h"
#include "office/sample/moves.h"

namespace naru::office::sample {

enum class Layout {
    Notice, // free text, a block for each person
    List, // one row a person, the order as a sentence
    Comparison, // present and new place side by side
    Phrases, // no present place: the sentence says it all
    TwoHeads, // two merged head rows, repeated
    Export, // columns out of a personnel system
    Bulletin, // subheads and arrows
};

struct SampleOrder {
    QString stem; // of the file: "인사발령_2026-07-29_대비표_120명"
    Layout layout = Layout::List;
    OrderSize size = OrderSize::Small;
    QString number; // 제2026-15호
    QDate received; // the day on which it comes in: `--received`
    QStringList formats; // ids of the formats in which an office would send it, the usual one first
    Document document; // for formats that flow
    Document paged; // for formats with pages, which repeat the heads of a table by themselves
    QJsonObject truth; // {"file","number","date","received","lines": [fields of the contract], "questions": [why]}
};

// All layouts in all sizes that the office has people for. The same seed gives the same orders.
QList<SampleOrder> makeOrders(const SampleOffice &office, quint64 seed);

} // namespace naru::office::sample
