using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanApi.WebApi.RateLimits;

/// <summary>Puts every action that names no policy under the default one.</summary>
internal sealed class RatePolicyConvention : IActionModelConvention
{
    private static readonly EnableRateLimitingAttribute Default = new(RatePolicies.Api);

    public void Apply(ActionModel action)
    {
        if (action.Attributes.Concat(action.Controller.Attributes).Any(attribute => attribute is EnableRateLimitingAttribute or DisableRateLimitingAttribute))
        {
            return;
        }

        foreach (var selector in action.Selectors)
        {
            selector.EndpointMetadata.Add(Default);
        }
    }
}
