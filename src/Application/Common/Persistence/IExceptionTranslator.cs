using CleanApi.Domain.Errors;

namespace CleanApi.Application.Common.Persistence;

/// <summary>Knows the exceptions of one technology that have a meaning for clients.</summary>
public interface IExceptionTranslator
{
    /// <summary>What a client is told; null for an exception that says nothing to it.</summary>
    AppException? Translate(Exception exception);
}
