using System.Reflection;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Errors;

/// <summary>Maps exceptions to errors: the single place that decides what a client learns.</summary>
public sealed class ExceptionMapper(IExceptionTranslator translator, IHostEnvironment environment)
{
    /// <summary>Maps an exception to an error; an unexpected one to INTERNAL_ERROR, with its message in development only.</summary>
    public AppException Map(Exception exception) => exception switch
    {
        AppException error => error,
        BadHttpRequestException refused => FromHost(refused),
        AggregateException { InnerExceptions: [var only] } => Map(only),
        TargetInvocationException { InnerException: { } inner } => Map(inner),
        _ => translator.Translate(exception) ?? Unexpected(exception),
    };

    private static AppException FromHost(BadHttpRequestException exception) => exception.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => new PayloadTooLargeError("The request body is too large"),
        StatusCodes.Status415UnsupportedMediaType => new UnsupportedMediaTypeError("The Content-Type of the body is not one that is taken here"),
        StatusCodes.Status408RequestTimeout => new BadRequestError("The request body came too slowly"),
        StatusCodes.Status400BadRequest => new MalformedRequestError("The request is not well-formed", exception),
        _ => new BadRequestError("The request cannot be handled as it is"),
    };

    private HttpError Unexpected(Exception exception) =>
        new(environment.IsDevelopment() ? exception.Message : HttpError.Unexpected, ErrorCodes.Internal, 500, exception);
}
