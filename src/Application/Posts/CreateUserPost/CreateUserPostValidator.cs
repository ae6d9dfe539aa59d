using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Posts;
using FluentValidation;

namespace CleanApi.Application.Posts;

internal sealed class CreateUserPostValidator : AbstractValidator<CreateUserPost>
{
    public CreateUserPostValidator()
    {
        RuleFor(command => command.Title).NameRule(Post.TitleRule);
        RuleFor(command => command.Body).TextRule(Post.BodyRule);
        RuleFor(command => command.Status).NewStatusRule();
    }
}
