namespace CleanApi.Domain.Errors;

/// <summary>An expected failure with its error code and HTTP status. Every other exception becomes INTERNAL_ERROR.</summary>
public abstract class AppException : Exception
{
    protected AppException(string message, string code = ErrorCodes.Internal, int statusCode = 500, IReadOnlyList<ErrorDetail>? details = null, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
        StatusCode = statusCode;
        Details = details ?? [];
    }

    /// <summary>One of <see cref="ErrorCodes"/>.</summary>
    public string Code { get; }

    /// <summary>HTTP status, 400 to 599 (RFC 9110).</summary>
    public int StatusCode { get; }

    /// <summary>The single errors; may be empty.</summary>
    public IReadOnlyList<ErrorDetail> Details { get; }

    /// <summary>
    /// Why somebody was refused, for the audit log: one of <see cref="ReasonCodes"/>, <see cref="ErrorCodes"/> and <see cref="RefusalReasons"/>. Often more than the
    /// client is told. Null: nobody was refused, or the refusal is recorded already.
    /// </summary>
    public string? Refusal { get; init; }
}
