// The paragraphs and tables of a document as a list, in reading order.
#pragma once

#include "ui/pages/document_outline.h"

#include <QAbstractListModel>

namespace naru::ui {

class PartModel : public QAbstractListModel {
    Q_OBJECT
public:
    // The theme must outlive the model.
    explicit PartModel(const Theme &theme, QObject *parent = nullptr);

    void setOutline(const std::shared_ptr<const DocumentOutline> &outline); // shared with the workers that search it
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    const Theme &m_theme;
    std::shared_ptr<const DocumentOutline> m_outline;
};

} // namespace naru::ui
