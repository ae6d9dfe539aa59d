namespace CleanApi.Application.Common.Security;

/// <summary>A permission that only a signed-in person can use; it is no scope of a credential that a program holds.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class PersonOnlyAttribute : Attribute;
