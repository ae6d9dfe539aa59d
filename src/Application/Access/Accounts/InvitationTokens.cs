using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <inheritdoc cref="IInvitationTokens" />
[Service]
internal sealed class InvitationTokens(IOneTimeTokens tokens) : IInvitationTokens
{
    private const OneTimeTokenPurpose Purpose = OneTimeTokenPurpose.Invitation;

    /// <inheritdoc />
    public string Issue(EmailAddress email, string reference, TimeSpan lifetime) => tokens.Issue(Purpose, lifetime, subject: email.Value, payload: reference);

    /// <inheritdoc />
    public async Task<string?> FindAsync(string token, CancellationToken cancellationToken) =>
        (await tokens.FindAsync(Purpose, token, cancellationToken))?.Payload;

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> ListAsync(EmailAddress email, CancellationToken cancellationToken) =>
        [.. (await tokens.ListAsync(Purpose, email.Value, cancellationToken)).Select(content => content.Payload).OfType<string>()];

    /// <inheritdoc />
    public Task RevokeAsync(EmailAddress email, Func<string, bool> isOfInvitation, CancellationToken cancellationToken) =>
        tokens.RevokeAsync(Purpose, email.Value, content => content.Payload is { } reference && isOfInvitation(reference), cancellationToken);

    /// <inheritdoc />
    public async Task<bool> ConsumeAsync(string token, CancellationToken cancellationToken) =>
        await tokens.ConsumeAsync(Purpose, token, cancellationToken) is not null;
}
