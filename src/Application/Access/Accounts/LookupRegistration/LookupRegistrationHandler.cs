using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class LookupRegistrationHandler(IOneTimeTokens tokens, IReadRepository<Account> accounts)
    : IRequestHandler<LookupRegistration, RegistrationPreviewResponse>
{
    public async Task<RegistrationPreviewResponse> Handle(LookupRegistration query, CancellationToken cancellationToken)
    {
        var content = await tokens.FindAsync(OneTimeTokenPurpose.VerifyEmail, query.Token, cancellationToken);
        return PendingRegistration.FromPayload(content?.Payload) is { } pending && EmailAddress.TryParse(pending.Email, out var email)
            ? new RegistrationPreviewResponse(
                pending.OrganizationName, pending.Email, await accounts.AnyAsync(new AccountByEmailSpec(email.Value), cancellationToken))
            : throw AccessErrors.InvalidLink();
    }
}
