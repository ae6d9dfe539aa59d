using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Webhooks;
using FluentValidation;

namespace CleanApi.Application.Webhooks;

internal sealed class CreateWebhookValidator : AbstractValidator<CreateWebhook>
{
    public CreateWebhookValidator()
    {
        RuleFor(command => command.Url).WebhookUrlRule();
        RuleFor(command => command.EventTypes).Cascade(CascadeMode.Stop).EventTypesRule()
            .DependentRules(() => RuleForEach(command => command.EventTypes).EventTypeRule());
        RuleFor(command => command.Description).TextRule(WebhookEndpoint.DescriptionRule);
    }
}
