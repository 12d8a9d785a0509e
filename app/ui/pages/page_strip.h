// The pages of a document as small pictures, to go to one. Pictures are drawn in a worker, one after the other, and only
// of pages in sight.
#pragma once

#include "core/document.h"
#include "ui/shell.h"

#include <QCache>
#include <QIcon>
#include <QListView>
#include <QSet>
#include <QTimer>

#include <memory>

class QStandardItemModel;

namespace naru::ui {

class DocumentReading;

class PageStrip : public QListView {
    Q_OBJECT
public:
    explicit PageStrip(Shell &shell, QWidget *parent = nullptr);

    void setPages(const std::shared_ptr<DocumentReading> &reading, const QList<naru::Page> &pages); // shared with workers
    void choose(int page);

Q_SIGNALS:
    void pageChosen(int page);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fit();
    void fetch();
    void take(int row, const QImage &image);

    Shell &m_shell;
    QStandardItemModel *m_model;
    std::shared_ptr<DocumentReading> m_reading;
    QList<naru::Page> m_pages;
    QSet<int> m_drawn; // rows
    QTimer m_rest;
    bool m_isFetching = false;
    bool m_isChoosing = false;
};

} // namespace naru::ui
