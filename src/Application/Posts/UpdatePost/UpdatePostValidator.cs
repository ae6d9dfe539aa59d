using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Posts;
using FluentValidation;

namespace CleanApi.Application.Posts;

internal sealed class UpdatePostValidator : AbstractValidator<UpdatePost>
{
    public UpdatePostValidator()
    {
        When(command => command.Title.IsPresent, () => RuleFor(command => command.Title.Value).NameRule(Post.TitleRule));
        RuleFor(command => command.Body.Value).TextRule(Post.BodyRule);
    }
}
