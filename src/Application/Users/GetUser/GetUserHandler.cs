using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Organizations;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class GetUserHandler(IReadRepository<User> users, ISender sender) : IRequestHandler<GetUser, UserResponse>
{
    public async Task<UserResponse> Handle(GetUser query, CancellationToken cancellationToken)
    {
        var user = await users.FindAsync<UserId, UserResponse>(query.Id, cancellationToken) ?? throw UserErrors.NotFound(query.Id);
        return query.Include == UserIncludes.Organization ? user with { Organization = await sender.Send(new GetOrganization(), cancellationToken) } : user;
    }
}
