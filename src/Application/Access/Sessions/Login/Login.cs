using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Signs in with a password.</summary>
/// <param name="Email">The account's email address.</param>
/// <param name="Password">At most 1,000 characters.</param>
[AllowAnonymous("The caller signs in with this request.")]
[Audited(SessionCreator.Action)]
[ManagesTransaction("Verifies the password, which is slow.")]
public sealed record Login([property: Example("member@acme.test")] string? Email, string? Password) : ICommand<SignInResponse>
{
    /// <summary>Maximum characters of a password to verify; limits the cost of hashing.</summary>
    public const int MaxPasswordLength = 1000;

    /// <summary>Without the password, which must not reach a log.</summary>
    public override string ToString() => nameof(Login);
}
