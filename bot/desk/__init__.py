"""The desk: articles under editors' hands. Each step was asked for by somebody who may (`Request.require_editor`)."""
