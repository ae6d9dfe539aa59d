using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Asks for an organization and an account. Nothing is created: a link in a mail proves the address first. The answer is the same when the address has an
/// account already; the mail says so then. No command, because the password is hashed before a transaction is open.
/// </summary>
/// <param name="OrganizationName">1 to 100 characters.</param>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Email">At most 255 characters; stored trimmed and in lower case.</param>
/// <param name="Password">By the password policy.</param>
[AllowAnonymous("This is how one becomes somebody.")]
public sealed record Register(string? OrganizationName, string? Name, string? Email, string? Password) : IRequest<Unit>
{
    /// <summary>Without the password: whoever reads a log must not learn it.</summary>
    public override string ToString() => nameof(Register);
}
