using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Organizations;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ListMyOrganizationsHandler(
    IReadRepository<Membership> memberships, IOrganizationService organizations, IUserDirectory users, ICallerContext context)
    : IRequestHandler<ListMyOrganizations, Page<MyOrganizationResponse>>
{
    public async Task<Page<MyOrganizationResponse>> Handle(ListMyOrganizations query, CancellationToken cancellationToken)
    {
        var caller = context.RequiredUser;
        List<MyOrganizationResponse> found = [];
        foreach (var membership in await memberships.ListAsync(new MembershipsByUserSpec(caller.UserId, PageLimits.MaxLimit), cancellationToken))
        {
            // Each organization's rows are visible only to somebody of that organization.
            if (await context.RunAsAsync(new SystemCaller(membership.OrganizationId, membership.UserId), () => DescribeAsync(membership, caller, cancellationToken)) is { } one)
            {
                found.Add(one);
            }
        }

        return Page<MyOrganizationResponse>.Whole(found);
    }

    private async Task<MyOrganizationResponse?> DescribeAsync(Membership membership, UserCaller caller, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(membership.UserId, cancellationToken) is not { } user)
        {
            return null;
        }

        var organization = await organizations.GetAsync(cancellationToken);
        return new MyOrganizationResponse(
            organization.Id, organization.Name, membership.UserId, user.Role, user.Status, organization.Id == caller.OrganizationId, membership.CreatedAt,
            organization.Version);
    }
}
