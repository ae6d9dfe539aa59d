namespace Mapster;

/// <summary>The object that the member already holds is mapped onto, instead of a new one being set.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class UseDestinationValueAttribute : Attribute;
