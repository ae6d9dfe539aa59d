using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Common;
using FluentValidation;

namespace CleanApi.Application.Users;

internal sealed class CreateUserValidator : AbstractValidator<CreateUser>
{
    public CreateUserValidator()
    {
        RuleFor(command => command.Email).EmailRule();
        RuleFor(command => command.Name).NameRule(NameRule.Public);
        RuleFor(command => command.Role).KnownRule();
    }
}
