using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class HashPasswordHandler(PasswordRules rules, IPasswordHasher passwords) : IRequestHandler<HashPassword, string>
{
    public Task<string> Handle(HashPassword request, CancellationToken cancellationToken) =>
        rules.Check(request.Password, request.Field, request.Personal) is { Count: > 0 } errors
            ? throw new ValidationError(errors)
            : passwords.HashAsync(request.Password, cancellationToken);
}
