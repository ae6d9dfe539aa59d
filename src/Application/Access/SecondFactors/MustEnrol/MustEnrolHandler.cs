using CleanApi.Application.Organizations;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class MustEnrolHandler(ISecondFactors factors, ISender sender) : IRequestHandler<MustEnrol, bool>
{
    public async Task<bool> Handle(MustEnrol query, CancellationToken cancellationToken) =>
        (await sender.Send(new GetOrganization(), cancellationToken)).RequireSecondFactor
        && (await factors.OfAsync(query.UserId, cancellationToken)).Count == 0;
}
