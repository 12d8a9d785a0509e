// The tree of the organisation, with branches in the theme's own icons.
#pragma once

#include "ui/theme.h"

#include <QTreeView>

namespace naru::ui {

class UnitTree : public QTreeView {
    Q_OBJECT
public:
    // The theme must outlive the tree.
    explicit UnitTree(const Theme &theme, QWidget *parent = nullptr);

protected:
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    void fit();

    const Theme &m_theme;
};

} // namespace naru::ui
