using CleanApi.Domain.Errors;

namespace CleanApi.Application.Common.Security;

/// <summary>Whether the caller's credential still holds. Every statement checks that by itself; this is for answers that send none.</summary>
public interface ICallerCheck
{
    /// <summary>Goes on only when the caller's session lives and has not changed since the credential was issued.</summary>
    /// <exception cref="AuthenticationError">It has ended or changed.</exception>
    Task RequireValidAsync(CancellationToken cancellationToken);
}
