using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Access;

/// <summary>Signs in with a password, to one of the account's organizations.</summary>
/// <param name="Email">The account's email address.</param>
/// <param name="Password">At most 1,000 characters.</param>
/// <param name="OrganizationId">The organization; left out, the one last signed in to, else the oldest.</param>
[AllowAnonymous("The caller signs in with this request.")]
[Audited(SessionCreator.Action)]
[ManagesTransaction("Verifies the password, which is slow.")]
[NotReplayed("The tokens of a session are for whoever has signed in, at that moment.")]
public sealed record Login([property: Example("member@acme.test")] string? Email, string? Password, OrganizationId? OrganizationId = null)
    : ICommand<SignInResponse>
{
    /// <summary>Maximum characters of a password to verify; limits the cost of hashing.</summary>
    public const int MaxPasswordLength = 1000;

    /// <summary>Without the password, which must not reach a log.</summary>
    public override string ToString() => nameof(Login);
}
