using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Signs in with a password.</summary>
/// <param name="Email">The account's address.</param>
/// <param name="Password">At most 1,000 characters.</param>
[AllowAnonymous("This is how one signs in.")]
[Audited(SessionCreator.Action)]
[ManagesTransaction("The password is verified first.")]
public sealed record Login(string? Email, string? Password) : ICommand<SignInResponse>
{
    /// <summary>Characters of a password that are verified; hashing a longer one would only cost.</summary>
    public const int MaxPasswordLength = 1000;

    /// <summary>Without the password, which must not reach a log.</summary>
    public override string ToString() => nameof(Login);
}
