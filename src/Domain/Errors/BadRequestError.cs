namespace CleanApi.Domain.Errors;

/// <summary>400: the request is well-formed but not allowed, whatever the caller's permissions.</summary>
public sealed class BadRequestError : AppException
{
    /// <summary>The request cannot be handled.</summary>
    public BadRequestError(string message)
        : base(message, ErrorCodes.BadRequest, 400)
    {
    }

    /// <summary>What it asks for is never done.</summary>
    /// <param name="reason">One of <see cref="ReasonCodes"/>.</param>
    /// <param name="message">Human-readable.</param>
    public BadRequestError(string reason, string message)
        : base(message, ErrorCodes.BadRequest, 400, ErrorDetail.Refusal(reason, message))
    {
    }
}
