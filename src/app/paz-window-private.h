/* The window's files among themselves. */
#pragma once

#include "paz-sidebar.h"
#include "paz-window.h"
#include "store/paz-drafts.h"

G_BEGIN_DECLS

struct _PazWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *file_title;
  AdwWindowTitle *page_title;
  PazSidebar *sidebar;
  GtkWidget *back_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *find_button;
  GtkMenuButton *menu_button;
  GtkRevealer *strip;
  GtkLabel *strip_label;
  GtkWidget *strip_button;
  GtkStack *states;
  GtkSpinner *spinner;
  GtkLabel *loading_label;
  AdwStatusPage *error_page;
  GtkWidget *error_retry_button;
  GtkWidget *error_read_button;
  GtkStack *pages;

  PazStore *store;
  char *path;
  char *holder;             /* who has the store, when it is open elsewhere */
  GCancellable *opening;
  guint spinner_source;
  guint open_tick;

  char *page;               /* name of the page below the forms */
  gboolean begun;           /* the first page was chosen */
  GtkWidget *welcome;       /* above all pages while it asks who the person is */
  GPtrArray *forms;         /* the last one is on top */
  GPtrArray *idle_forms;    /* laid aside, hidden, one of a kind; the last one used last */
  AdwToast *step_toast;     /* offers to undo the newest step */
  guint telling;            /* source: says anew what counts and steps are */
  gboolean counting;
  gboolean speaks_anew;     /* waits for a form to close */
};

/* paz-window-store.c */
void paz_window_take_store      (PazWindow  *self,
                                 PazStore   *store);
void paz_window_drop_store      (PazWindow  *self);
void paz_window_install_store_actions (GtkWidgetClass *widget_class);

/* paz-window-actions.c */
void paz_window_update_actions  (PazWindow  *self);
/* Counts of the pages, soon: once for all changes until then. */
void paz_window_count_later     (PazWindow  *self);
void paz_window_install_actions (GtkWidgetClass *widget_class);
void paz_window_set_up_menu     (PazWindow  *self);

/* paz-window-drafts.c */
void paz_window_install_draft_actions (GtkWidgetClass *widget_class);
/* Says, when there are any, which records were left unsaved. */
void paz_window_offer_drafts    (PazWindow  *self);
/* paz-window-history.c */
void paz_window_install_history_actions (GtkWidgetClass *widget_class);
void paz_window_update_history_actions (PazWindow *self);

/* paz-window-pages.c */
void paz_window_drop_pages      (PazWindow  *self);
void paz_window_update_title    (PazWindow  *self);
/* Asks who the person is, above the pages. */
void paz_window_show_welcome    (PazWindow  *self);
void paz_window_drop_welcome    (PazWindow  *self);
/* FALSE when one of them stays, with unsaved changes. */
gboolean paz_window_leave_forms (PazWindow  *self);
/* A kind, then a condition a line: its list shows what passes them all. */
void paz_window_show_records    (PazWindow  *self,
                                 const char *target);
/* The page and form that the environment asks for; a seam for pictures and tests. */
void paz_window_show_asked      (PazWindow  *self);

G_END_DECLS
