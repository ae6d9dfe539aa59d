using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class IsAddressTakenHandler(IReadRepository<Account> accounts) : IRequestHandler<IsAddressTaken, bool>
{
    public Task<bool> Handle(IsAddressTaken query, CancellationToken cancellationToken) => accounts.AnyAsync(new AccountByEmail(query.Email), cancellationToken);
}
