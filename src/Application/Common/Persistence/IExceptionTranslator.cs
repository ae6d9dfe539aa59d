using CleanApi.Domain.Errors;

namespace CleanApi.Application.Common.Persistence;

/// <summary>Translates the exceptions of a technology to application errors.</summary>
public interface IExceptionTranslator
{
    /// <summary>Returns the error for the client; null for an unknown exception.</summary>
    AppException? Translate(Exception exception);
}
