using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Signs in with a password. Neither a command nor a query: no transaction is open while the password is verified, which takes longer than all the rest;
/// <see cref="OpenSession"/> is the command, and what is audited.
/// </summary>
/// <param name="Email">The account's address.</param>
/// <param name="Password">At most 1,000 characters.</param>
[AllowAnonymous("This is how one becomes somebody.")]
public sealed record Login(string? Email, string? Password) : IRequest<SignInResponse>
{
    /// <summary>Characters of a password that are looked at; what is longer is not worth the work of hashing.</summary>
    public const int MaxPasswordLength = 1000;

    /// <summary>Without the password: whoever reads a log must not learn it.</summary>
    public override string ToString() => nameof(Login);
}
