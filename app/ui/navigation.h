// The menu on the left: the portal's functions in their groups. Functions that have no page yet wait, greyed, behind one
// row at the end; where the window is narrow the menu is a rail of icons.
#pragma once

#include "ui/page.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace naru::ui {

class NavigationModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { PageRole = Qt::UserRole, IconNameRole, SortRole };
    enum Sort { Heading, Entry, Coming, Disclosure };

    explicit NavigationModel(const QList<PageKind> &kinds, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    const QList<PageKind> &kinds() const { return m_kinds; }
    QModelIndex indexOf(const QString &page) const;
    void toggleComing();
    void setRail(bool rail); // headings and the coming functions give way

private:
    struct Row {
        Sort sort;
        QString page;
        QString text;
        QString icon;
    };
    void rebuild();

    QList<PageKind> m_kinds;
    QList<Row> m_rows;
    bool m_open = false;
    bool m_rail = false;
};

class NavigationDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    NavigationDelegate(const Theme &theme, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    bool rail = false;

private:
    const Theme &m_theme;
};

class Navigation : public QListView {
    Q_OBJECT
public:
    // The theme must outlive the menu.
    Navigation(const Theme &theme, const QList<PageKind> &kinds, QWidget *parent = nullptr);

    void setCurrentPage(const QString &page);
    void setRail(bool rail);
    NavigationModel *pages() const { return m_model; }

Q_SIGNALS:
    void pageChosen(const QString &page);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void fit();

    const Theme &m_theme;
    NavigationModel *m_model;
    NavigationDelegate *m_delegate;
    bool m_rail = false;
};

} // namespace naru::ui
