using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;
using FluentValidation;

namespace CleanApi.Application.Users;

internal sealed class CreateUserValidator : AbstractValidator<CreateUser>
{
    public CreateUserValidator()
    {
        RuleFor(command => command.Email).EmailRule();
        RuleFor(command => command.Name).MailedNameRule(User.MaxNameLength);
        RuleFor(command => command.Role).KnownRule();
    }
}
