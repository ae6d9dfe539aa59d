using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class GetSignInStateHandler(IReadRepository<User> users) : IRequestHandler<GetSignInState, SignInState?>
{
    public Task<SignInState?> Handle(GetSignInState query, CancellationToken cancellationToken) =>
        users.SingleOrDefaultAsync(new SignInStateOfUser(query.Id), cancellationToken);
}
