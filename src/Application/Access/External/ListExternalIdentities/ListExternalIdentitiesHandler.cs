using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ListExternalIdentitiesHandler(IReadRepository<Account> accounts, IReadRepository<ExternalIdentity> identities, ICallerContext context)
    : IRequestHandler<ListExternalIdentities, Page<ExternalIdentityResponse>>
{
    public async Task<Page<ExternalIdentityResponse>> Handle(ListExternalIdentities query, CancellationToken cancellationToken)
    {
        var account = await accounts.SingleOrDefaultAsync(new AccountByUserSpec(context.RequiredUserId), cancellationToken) ?? throw new AuthenticationError();
        return await identities.PageAsync(
            new PageSpecification<ExternalIdentity, ExternalIdentityResponse>(query with { AccountId = account.Id }), cancellationToken);
    }
}
