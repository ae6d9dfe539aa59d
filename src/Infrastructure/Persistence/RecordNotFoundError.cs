using CleanApi.Domain.Errors;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>404: a referenced record does not exist (any more).</summary>
internal sealed class RecordNotFoundError()
    : AppException("The requested resource was not found", ErrorCodes.NotFound, 404, [new ErrorDetail(null, FieldCodes.NotFound, "What the request refers to does not exist")]);
