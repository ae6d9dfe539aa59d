using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Whose passkey it will be, and what their password is verified against.</summary>
internal sealed record PasskeyOwner(AccountId AccountId, EmailAddress Email, string? PasswordHash)
{
    public override string ToString() => nameof(PasskeyOwner);
}
