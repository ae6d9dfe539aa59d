using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class RegisterHandler(IPasswordHasher passwords, ISender sender) : IRequestHandler<Register, Unit>
{
    public async Task<Unit> Handle(Register request, CancellationToken cancellationToken)
    {
        // For a known address as well: how long the answer takes must not tell (OWASP ASVS 5.0, 6.3.8).
        var hash = await passwords.HashAsync(request.Password!, cancellationToken);
        var registration = new PendingRegistration(request.OrganizationName!.Trim(), request.Name!.Trim(), EmailAddress.Parse(request.Email!).Value, hash);
        return await sender.Send(new HoldRegistration(registration), cancellationToken);
    }
}
