"""The desk: articles under editors' hands. Everything here was asked for by somebody who may (see `Request.editor`)."""
