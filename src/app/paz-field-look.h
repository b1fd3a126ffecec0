/* How the forms show a type of value: the one place that knows them all. */
#pragma once

#include "model/paz-kind.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* How a field is edited in a cell of a table. */
typedef enum
{
  PAZ_CELL_SHOWN,   /* it is not */
  PAZ_CELL_ENTRY,   /* written into the cell */
  PAZ_CELL_PICK,    /* chosen from a list that opens over it */
  PAZ_CELL_FORM,    /* in the record's own window: long or of several parts */
} PazCellWay;

typedef struct
{
  GType editor;  /* a PazFieldEditor */
  int   span;    /* columns of six in a form, unless the form says so */
  int   weight;  /* share of the width in a table */
  PazCellWay cell;
  GType cell_editor; /* a PazFieldEditor, of ENTRY */
} PazFieldLook;

PazFieldLook paz_field_get_look (const PazField *field);

G_END_DECLS
