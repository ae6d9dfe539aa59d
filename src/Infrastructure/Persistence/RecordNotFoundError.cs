using CleanApi.Domain.Errors;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>404: a record that another one refers to is not there (any more).</summary>
internal sealed class RecordNotFoundError()
    : AppException("The requested resource was not found", ErrorCodes.NotFound, 404);
