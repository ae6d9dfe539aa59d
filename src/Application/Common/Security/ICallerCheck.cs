using CleanApi.Domain.Errors;

namespace CleanApi.Application.Common.Security;

/// <summary>Verifies that the caller's credential is still valid. Every database statement does that by itself; this is for responses without one.</summary>
public interface ICallerCheck
{
    /// <summary>Requires that the session has not ended or changed since the credential was issued.</summary>
    /// <exception cref="AuthenticationError">It has ended or changed.</exception>
    Task RequireValidAsync(CancellationToken cancellationToken);
}
